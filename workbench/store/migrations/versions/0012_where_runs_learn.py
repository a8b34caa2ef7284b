"""Where a run learns: in the program itself, in a process of its own, on a cluster"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("BEGIN IMMEDIATE")
    op.add_column("runs", sa.Column("runs_on", sa.String(), nullable=False, server_default="here"))


def downgrade() -> None:
    op.drop_column("runs", "runs_on")
