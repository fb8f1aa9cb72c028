"""The SQLite database: tables, stores, migrations, backup. Rows never leave this room."""
