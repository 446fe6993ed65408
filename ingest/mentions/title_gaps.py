"""Brackets and quotation marks between a title and the name of its holder."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.names import Name
from ingest.mentions.plausible_names import PlausibleNames
from ingest.mentions.title_heads import Title, title_words
from ingest.mentions.words import quotes

_INSERTED = 8
"""Tokens of the longest insertion in brackets between a title and a name."""


class Gaps(PlausibleNames):
    """What is passed over on the way from a title to a name."""

    def _behind_brackets(self, at: int) -> int:
        """The token behind a short insertion in brackets ("وزير النقل … (غير المعترف بها) X")."""
        if at < len(self.tokens) and self.tokens[at].norm == "(":
            for end in range(at + 1, min(at + _INSERTED, len(self.tokens))):
                if self.tokens[end].norm == ")":
                    return end + 1
        return at

    def _behind_nickname(self, at: int) -> int:
        """The token behind a short form in quotation marks that a bracket follows ('مفوض وكالة … "أونروا" (UNRWA) X')."""
        if at < len(self.tokens) and quotes(self.tokens[at].norm):
            for end in range(at + 2, min(at + 4, len(self.tokens) - 1)):
                if quotes(self.tokens[end].norm):
                    return end + 1 if self.tokens[end + 1].norm == "(" else at
        return at

    def _on_post(self, at: int) -> int:
        """Where "على وظيفة (" begins if it stands before a token (appointments in decrees), else the token."""
        norms = [token.norm for token in self.tokens[max(0, at - 3) : at]]
        return at - 3 if len(norms) == 3 and norms[2] == "(" and norms[1] in title_words()["post"] else at

    def _shut(self, first: int, name: Name) -> bool:
        """Whether the quotation in which a name begins ends with it or within it."""
        return any(quotes(token.norm) for token in self.tokens[first : name.last + 1])

    def _fills_bracket(self, group: Sequence[Title]) -> bool:
        """Whether a bracket ends with a title or not far behind it ("X (رئيس مجلس الغرف السعودية)")."""
        behind = self.tokens[group[-1].last : group[-1].last + _INSERTED] if group else ()
        return any(token.norm == ")" for token in behind)
