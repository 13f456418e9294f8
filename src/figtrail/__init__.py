"""figtrail turns articles into open data."""
