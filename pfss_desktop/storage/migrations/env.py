"""What Alembic runs to move a database: on the connection and in the transaction that `storage.migrate` has opened."""

from alembic import context

# The connection's transaction is open already: Alembic sees that, opens none of its own, and commits nothing in between.
context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
