"""Files that other programs and other PCs read: one module per format."""
