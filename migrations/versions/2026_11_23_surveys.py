"""Surveys: waves, codes, ballots, cells. Codes, ballots and cells have no hidden row number in SQLite.

Revision: 2026_11_23_surveys
Before: 2026_11_23_search
"""

import sqlalchemy as sa
from alembic import op

revision = '2026_11_23_surveys'
down_revision = '2026_11_23_search'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('instrument_choice',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('instrument', sa.String(), nullable=False),
    sa.Column('chosen_by', sa.Uuid(), nullable=False),
    sa.Column('chosen_on', sa.Date(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instrument_choice'))
    )
    op.create_table('dialogue_use',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('department_id', sa.Uuid(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('forum', sa.String(), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['department_id'], ['department.id'], name=op.f('fk_dialogue_use_department_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dialogue_use'))
    )
    with op.batch_alter_table('dialogue_use', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dialogue_use_department_id'), ['department_id'], unique=False)

    op.create_table('wave',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('place_id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('instrument', sa.String(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('dialogue_on', sa.Date(), nullable=False),
    sa.Column('hmu_on', sa.Date(), nullable=False),
    sa.Column('hmu_single', sa.Boolean(), nullable=False),
    sa.Column('show', sa.Integer(), nullable=False),
    sa.Column('decided_by', sa.String(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('planned_by', sa.Uuid(), nullable=False),
    sa.Column('confirmed_by', sa.Uuid(), nullable=True),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('public_key', sa.LargeBinary(), nullable=True),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('counting', sa.Integer(), nullable=True),
    sa.Column('counted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('destroyed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('annulled_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("decided_by IN ('hmu', 'lmu')", name=op.f('ck_wave_decided_by')),
    sa.CheckConstraint(
        "state IN ('draft', 'planned', 'open', 'closed', 'annulled')",
        name=op.f('ck_wave_state')),
    sa.CheckConstraint('closes_on >= opens_on', name=op.f('ck_wave_days')),
    sa.CheckConstraint('show >= 5', name=op.f('ck_wave_show')),
    sa.ForeignKeyConstraint(['place_id'], ['department.id'], name=op.f('fk_wave_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wave'))
    )
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.create_index('ix_wave_due', ['state', 'opens_on', 'closes_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_wave_place_id'), ['place_id'], unique=False)

    op.create_table('answer_code',
    sa.Column('digest', sa.LargeBinary(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('unit_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_answer_code_wave_id')),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_answer_code')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('answer_code', schema=None) as batch_op:
        batch_op.create_index('ix_answer_code_unit', ['wave_id', 'unit_id'], unique=False)

    op.create_table('ballot',
    sa.Column('key', sa.LargeBinary(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('unit_id', sa.Uuid(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_ballot_wave_id')),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_ballot')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('ballot', schema=None) as batch_op:
        batch_op.create_index('ix_ballot_unit', ['wave_id', 'unit_id'], unique=False)

    op.create_table('cell',
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('node_id', sa.Uuid(), nullable=False),
    sa.Column('item', sa.String(), nullable=False),
    sa.Column('mean_tenths', sa.Integer(), nullable=False),
    sa.Column('n', sa.Integer(), nullable=True),
    sa.Column('low', sa.Integer(), nullable=True),
    sa.Column('middle', sa.Integer(), nullable=True),
    sa.Column('high', sa.Integer(), nullable=True),
    sa.Column('mean', sa.String(), nullable=True),
    sa.Column('variance', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_cell_wave_id')),
    sa.PrimaryKeyConstraint('wave_id', 'node_id', 'item', name=op.f('pk_cell')),
    sqlite_with_rowid=False
    )
    op.create_table('wave_node',
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('node_id', sa.Uuid(), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('heads', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Uuid(), nullable=True),
    sa.Column('phase', sa.String(), nullable=True),
    sa.Column('printed', sa.Integer(), nullable=False),
    sa.Column('band', sa.String(), nullable=True),
    sa.Column('band_on', sa.Date(), nullable=True),
    sa.Column('shown', sa.String(), nullable=True),
    sa.Column('ballots', sa.Integer(), nullable=True),
    sa.CheckConstraint("phase IN ('before', 'during', 'after')", name=op.f('ck_wave_node_phase')),
    sa.CheckConstraint("shown IN ('hidden', 'means', 'detail')", name=op.f('ck_wave_node_shown')),
    sa.CheckConstraint('heads >= 0', name=op.f('ck_wave_node_heads')),
    sa.CheckConstraint('printed >= 0', name=op.f('ck_wave_node_printed')),
    sa.ForeignKeyConstraint(['node_id'], ['department.id'], name=op.f('fk_wave_node_node_id')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_wave_node_wave_id')),
    sa.PrimaryKeyConstraint('wave_id', 'node_id', name=op.f('pk_wave_node'))
    )
    with op.batch_alter_table('wave_node', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wave_node_node_id'), ['node_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('wave_node', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_node_node_id'))

    op.drop_table('wave_node')
    op.drop_table('cell')
    with op.batch_alter_table('ballot', schema=None) as batch_op:
        batch_op.drop_index('ix_ballot_unit')

    op.drop_table('ballot')
    with op.batch_alter_table('answer_code', schema=None) as batch_op:
        batch_op.drop_index('ix_answer_code_unit')

    op.drop_table('answer_code')
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_place_id'))
        batch_op.drop_index('ix_wave_due')

    op.drop_table('wave')
    with op.batch_alter_table('dialogue_use', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_dialogue_use_department_id'))

    op.drop_table('dialogue_use')
    op.drop_table('instrument_choice')
