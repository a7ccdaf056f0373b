package dev.vitrine.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The sorts of characters that `keep` names, after Unicode's general categories.
enum CharacterClass {
    LETTERS(Character::isLetter),
    MARKS(NormalForm::isMark),
    NUMBERS(c ->
            switch (Character.getType(c)) {
                case Character.DECIMAL_DIGIT_NUMBER,
                        Character.LETTER_NUMBER,
                        Character.OTHER_NUMBER ->
                        true;
                default -> false;
            }),
    PUNCTUATION(c ->
            switch (Character.getType(c)) {
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION ->
                        true;
                default -> false;
            }),
    SYMBOLS(c ->
            switch (Character.getType(c)) {
                case Character.MATH_SYMBOL,
                        Character.CURRENCY_SYMBOL,
                        Character.MODIFIER_SYMBOL,
                        Character.OTHER_SYMBOL ->
                        true;
                default -> false;
            }),
    /// Unicode's `White_Space`, which has more than Java's white space: no-break spaces, say.
    SPACES(c -> Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == 0x85);

    private final IntPredicate has;

    CharacterClass(IntPredicate has) {
        this.has = has;
    }

    boolean has(int c) {
        return has.test(c);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CharacterClass> of(String text) {
        return Arrays.stream(values()).filter(c -> c.text().equals(text)).findFirst();
    }
}
