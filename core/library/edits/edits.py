"""All edits of a library, to be imported from here: small records that library.do() applies.

An edit only says what shall be; the Ledger it writes through notes what was, so that undo is
exact.
"""

from __future__ import annotations

from core.library.edits.abx_edits import KeepAbxTest
from core.library.edits.agreement_edits import Adjudicate
from core.library.edits.anchor_edits import AddAnchor, ChangeAnchor, RemoveAnchor
from core.library.edits.bulk_edits import JudgeMany, RestIsNo, SetIntensityMany, WriteNotes
from core.library.edits.category_edits import (
    AddCategory,
    MoveCategory,
    RemoveCategory,
    SetCategory,
)
from core.library.edits.codebook_edits import AddExamples, AddWords, ClearCodebook
from core.library.edits.decision_edits import (
    Judge,
    JudgeRegion,
    MoveRegion,
    RemoveRegion,
    SetDecisionNote,
    SetIntensity,
)
from core.library.edits.edit_context import Edit
from core.library.edits.merge_edits import (
    MergeCategories,
    MergeDecisions,
    MergeTags,
    SplitTag,
    merge_slices,
)
from core.library.edits.model_edits import SetThreshold
from core.library.edits.review_edits import JudgeAgain, SettleDisagreement, SettleDispute
from core.library.edits.rule_edits import AcceptRule, DismissRule, RemoveRule, WriteRule
from core.library.edits.search_edits import (
    MoveSearch,
    RemoveSearch,
    RenameSearch,
    SaveSearch,
)
from core.library.edits.song_edits import (
    JoinSongs,
    MoveFiles,
    RemoveSongs,
    SetNote,
    TellApart,
)
from core.library.edits.tag_edits import (
    AddAlias,
    AddTag,
    MoveTag,
    RemoveAlias,
    RemoveTag,
    RenameTag,
    RestoreTag,
    RetireTag,
    SetDefinition,
    SetTagLook,
    SetWeakNo,
)
from core.library.edits.word_edits import ForgetWords, SetWords

__all__ = [
    "AcceptRule",
    "AddAlias",
    "AddAnchor",
    "AddCategory",
    "AddExamples",
    "AddTag",
    "AddWords",
    "Adjudicate",
    "ChangeAnchor",
    "ClearCodebook",
    "DismissRule",
    "Edit",
    "ForgetWords",
    "JoinSongs",
    "Judge",
    "JudgeAgain",
    "JudgeMany",
    "JudgeRegion",
    "KeepAbxTest",
    "MergeCategories",
    "MergeDecisions",
    "MergeTags",
    "MoveCategory",
    "MoveFiles",
    "MoveRegion",
    "MoveSearch",
    "MoveTag",
    "RemoveAlias",
    "RemoveAnchor",
    "RemoveCategory",
    "RemoveRegion",
    "RemoveRule",
    "RemoveSearch",
    "RemoveSongs",
    "RemoveTag",
    "RenameSearch",
    "RenameTag",
    "RestIsNo",
    "RestoreTag",
    "RetireTag",
    "SaveSearch",
    "SetCategory",
    "SetDecisionNote",
    "SetDefinition",
    "SetIntensity",
    "SetIntensityMany",
    "SetNote",
    "SetTagLook",
    "SetThreshold",
    "SetWeakNo",
    "SetWords",
    "SettleDisagreement",
    "SettleDispute",
    "SplitTag",
    "TellApart",
    "WriteNotes",
    "WriteRule",
    "merge_slices",
]
