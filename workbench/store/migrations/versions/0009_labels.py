"""What a text is labelled with"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # As in 0002: in place, since a rebuilt "corpora" would take its runs along.
    op.execute("BEGIN IMMEDIATE")
    op.add_column("corpora", sa.Column("labels", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("corpora", "labels")
