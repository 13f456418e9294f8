"""Document → figures: a pure function of the text, its date, its place and its nation."""
