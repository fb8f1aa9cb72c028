"""Windows, item models, delegates and dialogs."""
