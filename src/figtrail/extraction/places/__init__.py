"""Where a figure is about: recognising the places that an article names, and linking them."""

from figtrail.extraction.places.document import Places

__all__ = ["Places"]
