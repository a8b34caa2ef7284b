"""Which step of another run a run began from"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Until now only the hash said it: it ends in the name of the checkpoint, such as “+step-00000012”.
_FROM_HASH = """
    UPDATE runs SET base_step = CAST(substr(model_sha256, -8) AS INTEGER)
    WHERE began_from_run AND substr(model_sha256, -14, 6) = '+step-'
"""


def upgrade() -> None:
    # As in 0002: in place, since a rebuilt "runs" would take its measurements along.
    op.execute("BEGIN IMMEDIATE")
    op.add_column("runs", sa.Column("base_step", sa.Integer(), nullable=True))
    op.execute(_FROM_HASH)


def downgrade() -> None:
    op.drop_column("runs", "base_step")
