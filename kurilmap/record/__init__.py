"""What articles state about the islands, beside what the kit's data and the sources say."""

from kurilmap.record.statements import Checked, check_record, checked

__all__ = ["Checked", "check_record", "checked"]
