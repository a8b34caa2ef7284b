"""Which tokenizer cut the validation text of a run, so that only what can be compared is ranked"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("runs", sa.Column("tokenizer_sha256", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("runs", "tokenizer_sha256")
