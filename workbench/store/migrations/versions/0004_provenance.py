"""What a run's numbers depend on beside its settings: versions, hardware, the text's hash"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # As in 0002: in place, since a rebuilt "runs" would take its measurements along.
    op.execute("BEGIN IMMEDIATE")
    op.add_column("runs", sa.Column("provenance", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("runs", "provenance")
