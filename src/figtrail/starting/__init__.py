"""An empty folder → a publication to begin with: an article, a recipe, a workflow for GitHub."""

from figtrail.starting.publication import list_templates, start_publication

__all__ = ["list_templates", "start_publication"]
