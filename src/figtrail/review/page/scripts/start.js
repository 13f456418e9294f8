// Puts the page together.

function refresh() {
  showList();
  if (current) showArticle();
  showBasket();
  const all = articles.flatMap((article) => article.figures);
  const doubtful = all.filter(isOpen).length;
  byId("progress").textContent = `${count(all.length, "figure")}, ${doubtful} in doubt`;
  byId("unkept").hidden = told.kept;
}

// An address such as #f-… leads to a figure.
function followAddress() {
  const figure = figureById.get(decodeURIComponent(location.hash.slice(1)));
  if (!figure) return false;
  openArticle(figure.article);
  openFigure(figure);
  return true;
}

function showBasketAlone() {
  closePanel();
  byId("basket").scrollIntoView({ block: "nearest" });
  byId("basket-heading").focus({ preventScroll: wide.matches });
}

function start() {
  loadNotes();
  buildLists();
  byId("find-article").addEventListener("input", showList);
  byId("order").addEventListener("change", showList);
  byId("reviewer-button").addEventListener("click", () => openReviewer(null));
  byId("basket-button").addEventListener("click", showBasketAlone);
  byId("add-selected").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("add-selected").addEventListener("click", addSelected);
  document.addEventListener("selectionchange", followSelection);
  const panel = byId("panel");
  panel.addEventListener("close", panelClosed);
  addEventListener("keydown", (event) => {
    // A dialog that isn't modal doesn't close by itself.
    if (event.key === "Escape" && panel.open && !document.querySelector("dialog:modal")) closePanel();
  });
  wide.addEventListener("change", closePanel);
  addEventListener("hashchange", followAddress);
  addEventListener("beforeunload", (event) => { if (!told.kept && !told.saved) event.preventDefault(); });
  if (articles.length) openArticle(articles[0]);
  refresh();
  followAddress();
}

start();
