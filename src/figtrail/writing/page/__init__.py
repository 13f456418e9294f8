"""index.html: the publication as one page that opens anywhere, without a server or the network."""

from figtrail.writing.page.document import render_page

__all__ = ["render_page"]
