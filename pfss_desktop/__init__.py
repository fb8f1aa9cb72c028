"""PFSS Desktop: phased home exercise programmes for patellofemoral stress syndrome."""

__version__ = "0.1.0"
