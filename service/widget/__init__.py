"""What people see: the page, and the element that other pages embed."""

from service.widget.routes import HANDLERS

__all__ = ["HANDLERS"]
