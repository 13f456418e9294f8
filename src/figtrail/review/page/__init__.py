"""A page to review a package on: its articles in full, every figure marked, corrections noted."""

from figtrail.review.page.document import render_page
from figtrail.review.page.folder import check_writable, write_page

__all__ = ["check_writable", "render_page", "write_page"]
