#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What tools/words finds in the sources, and what it calls unfinished."""

import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOADER = importlib.machinery.SourceFileLoader("words", str(ROOT / "tools" / "words"))
words = importlib.util.module_from_spec(importlib.util.spec_from_loader("words", LOADER))
LOADER.exec_module(words)

HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
WANTED = [(None, "Go back", None), (None, "Sent at {time}", None),
          (None, "{count} day", "{count} days")]
WHOLE = [HEADER, 'msgid "Go back"\nmsgstr "Rudi"\n', 'msgid "Sent at {time}"\nmsgstr "{time}"\n',
         'msgid "{count} day"\nmsgid_plural "{count} days"\n'
         'msgstr[0] "siku {count}"\nmsgstr[1] "siku {count}"\n']


class Words(unittest.TestCase):
    def faults(self, blocks):
        with tempfile.TemporaryDirectory() as folder:
            words.WORDS = pathlib.Path(folder)
            (words.WORDS / "sw.po").write_text("\n".join(blocks), encoding="utf-8")
            return words.faults("sw", WANTED)

    def changed(self, number, old, new):
        blocks = list(WHOLE)
        self.assertIn(old, blocks[number])
        blocks[number] = blocks[number].replace(old, new)
        return self.faults(blocks)

    def test_a_whole_language_has_no_faults(self):
        self.assertEqual(self.faults(WHOLE), [])

    def test_a_missing_and_an_empty_translation_are_named(self):
        self.assertEqual(self.faults(WHOLE[:1] + WHOLE[2:]), ['sw: not translated: "Go back"'])
        self.assertEqual(self.changed(1, '"Rudi"', '""'), ['sw: not translated: "Go back"'])
        self.assertEqual(self.changed(3, 'msgstr[1] "siku {count}"', 'msgstr[1] ""'),
                         ['sw: not translated: "{count} day"'])

    def test_a_guess_is_no_translation(self):
        found = self.changed(1, "msgid", "#, fuzzy\nmsgid")
        self.assertEqual(found, ['sw: not checked by a person yet (fuzzy): "Go back"'])

    def test_values_have_the_same_names_in_every_form(self):
        said = 'sw: names other {values} than: '
        self.assertEqual(self.changed(2, '"{time}"', '"{hour}"'), [said + '"Sent at {time}"'])
        self.assertEqual(self.changed(2, '"{time}"', '"{time} {time}"'),
                         [said + '"Sent at {time}"'])
        self.assertEqual(self.changed(3, 'msgstr[0] "siku {count}"', 'msgstr[0] "siku moja"'),
                         [said + '"{count} day"'])

    def test_a_form_too_few_and_a_message_that_is_gone_are_named(self):
        self.assertEqual(self.changed(3, 'msgstr[1] "siku {count}"\n', ""),
                         ['sw: has another number of plural forms: "{count} day"'])
        self.assertEqual(self.faults(WHOLE + ['msgid "Old"\nmsgstr "Zee"\n']),
                         ['sw: nobody says this any more: "Old"'])

    def test_sources_and_packs_are_read(self):
        found = {message.key for message in words.messages(words.template())}
        self.assertIn((None, "{count} needs you", "{count} need you"), found)
        self.assertIn((None, "No network. You can go on as usual.", None), found)
        for text in ("What happened this week, and how was your mood?", "PHQ-9", "severe",
                     "In the last two weeks, how often …"):
            self.assertIn((None, text, None), found)
        # Neither a licence nor a number is something to translate.
        for _, text, _ in found:
            self.assertNotIn("licence", text)
            self.assertNotEqual(text, "7")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
