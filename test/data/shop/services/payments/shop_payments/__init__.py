"""Takes money and gives it back."""

from .money import Money

__all__ = ["Money"]
