"""What rules leave open, weighed: the phrase of a number, and its period."""
