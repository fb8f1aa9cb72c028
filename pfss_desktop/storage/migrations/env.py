"""What Alembic runs to move a database: on the connection and in the transaction that `storage.migrate` has opened."""

from alembic import context

# Without this Alembic takes SQLite for a database that cannot undo changes of tables, and would commit in between.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
