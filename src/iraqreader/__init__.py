"""A terminal reader for news coverage: who said what, how many troops, what each side wanted, and when."""

__version__ = "0.1.0"
