"""build/: how a publication is made, checked as it is loaded; everything has a default."""

from figtrail.recipe.nouns import CC_BY, Contributor, Licence, Recipe
from figtrail.recipe.reading import KEYS, load_recipe

__all__ = ["CC_BY", "KEYS", "Contributor", "Licence", "Recipe", "load_recipe"]
