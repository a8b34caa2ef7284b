"""What the runs of a comparison with and without pretraining learn"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # As in 0002: in place, since a rebuilt "dividends" would take its runs along.
    op.execute("BEGIN IMMEDIATE")
    op.add_column("dividends", sa.Column("task", sa.String(), nullable=False, server_default="next_word"))


def downgrade() -> None:
    op.drop_column("dividends", "task")
