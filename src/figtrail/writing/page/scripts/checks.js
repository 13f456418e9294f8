// The verdicts, worst first, and the articles.

function buildChecks() {
  const verdictChoice = byId("check-verdict");
  const kindChoice = byId("check-kind");
  const option = (value, label, key) => {
    const count = checks.filter((check) => check[key] === value).length;
    return count ? make("option", { value }, `${label} (${count.toLocaleString("en-GB")})`) : null;
  };
  fillElement(verdictChoice, {}, [make("option", { value: "" }, "All"),
    ...verdictOrder.map((verdict) => option(verdict, verdicts[verdict].word, "verdict"))]);
  fillElement(kindChoice, {}, [make("option", { value: "" }, "All"),
    ...Object.keys(checkKinds).map((kind) => option(kind, checkKinds[kind], "kind"))]);
  const sorted = [...checks].sort((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict));
  const show = () => {
    const shown = sorted.filter((check) => (!verdictChoice.value || check.verdict === verdictChoice.value)
      && (!kindChoice.value || check.kind === kindChoice.value));
    byId("check-count").textContent = countNoun(shown.length, "check");
    fillInSteps(byId("check-list"), shown, 20, makeCheck, "Nothing of the kind was checked.");
  };
  verdictChoice.addEventListener("change", show);
  kindChoice.addEventListener("change", show);
  show();
}

function makeCheck(check) {
  const checked = (partsOfCheck.get(check.check_id) || []).map((part) => figureById.get(part.figure_id));
  return make("article", { class: `check ${check.verdict}`, id: check.check_id },
    make("h3", { class: "check-head" }, makeVerdict(check.verdict), make("span", {}, checkKinds[check.kind])),
    make("p", {}, check.said),
    make("ul", { class: "check-figures", "aria-label": "Figures" }, checked.map((figure) => make("li", {},
      make("a", { href: addressOf(figure) }, figure.said), ` ${figure.measured || figure.measureLabel || figure.counted || ""}`))),
    makeCheckSources(check, checked));
}

function makeCheckSources(check, checked) {
  const reference = referenceById.get(check.reference_id);
  const address = reference ? webAddress(reference.url) : null;
  const articles = [...new Set(checked.map((figure) => figure.article))];
  return make("p", { class: "check-sources" }, articles.join(" · "),
    address ? [" · ", make("a", { href: address, rel: "noopener external" }, `Official: ${reference.publisher}`)] : null);
}

function buildArticles() {
  const all = [...content.sources].sort((a, b) =>
    ((a.published_earliest || "9") < (b.published_earliest || "9") ? -1 : 1));
  fillInSteps(byId("article-list"), all, 30, makeArticle, "No article was read.");
}

function makeArticle(source) {
  const address = webAddress(source.url);
  const name = source.title || nameUntitled(source);
  const told = [source.title ? source.publisher : null, source.author, source.title || !source.publisher ? source.when : null, source.licence];
  return make("article", { class: "article" },
    make("h3", {}, address ? make("a", { href: address, rel: "noopener external" }, name) : name),
    make("p", {}, [...told.filter(Boolean)].join(" · ")),
    make("p", {}, source.figure_count
      ? make("a", { href: `#?article=${encodeURIComponent(source.source_id)}` }, `Its ${countNoun(source.figure_count, "figure")}`)
      : "No figures",
      make("small", {}, ` ${source.source_id}`)));
}
