"""How Alembic runs the migrations: on the engine that the store hands over."""

from alembic import context

from workbench.store.tables import Base

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    # SQLite can change a column only by rebuilding its table, which is Alembic's batch mode.
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
