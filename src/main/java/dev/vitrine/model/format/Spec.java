package dev.vitrine.model.format;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What may stand at one place of a file: a small part of JSON Schema, as data.
///
/// [SpecCheck] holds a file against it, [SpecSchema] renders it as JSON Schema (2020-12), and
/// [SpecReader] makes one of the JSON Schemas that kinds and tasks give for their own words. All
/// three agree on what is valid.
public sealed interface Spec {
    /// What may stand there as a sentence says it after "must be".
    String allowed();

    /// Anything.
    record Any() implements Spec {
        @Override
        public String allowed() {
            return "anything";
        }
    }

    /// Text.
    ///
    /// @param least the least number of characters (Unicode code points)
    /// @param pattern a regular expression that is found in it; null where any text does
    /// @param format JSON Schema's `format`, which is told and not checked; empty where there is
    ///   none
    /// @param words what it is in a sentence, such as `a name of letters and digits`
    record Text(int least, @Nullable String pattern, String format, String words) implements Spec {
        /// Any text.
        static final Text ANY = new Text(0, null, "", "text");

        @Override
        public String allowed() {
            return least > 0 && words.equals(ANY.words) ? "text that is not empty" : words;
        }
    }

    /// A finite number.
    ///
    /// @param whole whether it has no fraction
    /// @param least the least, inclusive
    /// @param above what it is greater than
    /// @param most the greatest, inclusive
    record Number(boolean whole, OptionalDouble least, OptionalDouble above, OptionalDouble most)
            implements Spec {
        static final Number ANY =
                new Number(
                        false,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());

        /// A whole number of at least this.
        static Number count(int least) {
            return new Number(
                    true, OptionalDouble.of(least), OptionalDouble.empty(), OptionalDouble.empty());
        }

        @Override
        public String allowed() {
            StringBuilder words = new StringBuilder(whole ? "a whole number" : "a number");
            least.ifPresent(n -> words.append(" of at least ").append(Shown.of(n)));
            above.ifPresent(n -> words.append(" greater than ").append(Shown.of(n)));
            most.ifPresent(n ->
                    words.append(least.isPresent() || above.isPresent() ? " and" : " of")
                            .append(" at most ")
                            .append(Shown.of(n)));
            return words.toString();
        }
    }

    /// True or false.
    record Truth() implements Spec {
        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /// One of a few values.
    ///
    /// @param values at least one text or number
    record OneOf(List<Object> values) implements Spec {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public String allowed() {
            String all = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return values.size() == 1 ? all : "one of " + all;
        }
    }

    /// A list.
    ///
    /// @param item what each item is
    /// @param least the least number of items
    /// @param most the greatest number of items
    record Items(Spec item, int least, int most) implements Spec {
        /// A list of any length.
        static Items of(Spec item) {
            return new Items(item, 0, Integer.MAX_VALUE);
        }

        @Override
        public String allowed() {
            String count =
                    least == most
                            ? "a list of %s, each ".formatted(least)
                            : least > 0
                                    ? "a list of at least %s, each ".formatted(least)
                                    : "a list, each ";
            return count + item.allowed();
        }
    }

    /// Things under names that the author chooses.
    ///
    /// @param noun what one of them is, such as `an input`
    /// @param name what a name is
    /// @param value what stands under it
    /// @param least the least number of names
    record Named(String noun, Text name, Spec value, int least) implements Spec {
        @Override
        public String allowed() {
            return "names with %s under each".formatted(noun);
        }
    }

    /// A record of known words.
    ///
    /// @param noun what it is, such as `an example`
    /// @param words the words, in the order in which documents list them
    record Fields(String noun, Map<String, Field> words) implements Spec {
        public Fields {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }

        @Override
        public String allowed() {
            return "%s with words such as %s"
                    .formatted(
                            noun,
                            words.keySet().stream().limit(3).collect(Collectors.joining(", ")));
        }
    }

    /// A record whose words depend on what stands under one of them.
    ///
    /// @param noun what it is, such as `an input`
    /// @param word the word that decides
    /// @param byValue the record for each value of that word
    record ByWord(String noun, String word, Map<String, Fields> byValue) implements Spec {
        public ByWord {
            byValue = Collections.unmodifiableMap(new LinkedHashMap<>(byValue));
        }

        @Override
        public String allowed() {
            return "%s with the word %s".formatted(noun, word);
        }
    }

    /// One of several forms.
    ///
    /// @param forms at least one
    record Either(List<Spec> forms) implements Spec {
        public Either {
            forms = List.copyOf(forms);
        }

        @Override
        public String allowed() {
            return forms.stream().map(Spec::allowed).collect(Collectors.joining(", or "));
        }
    }

    /// A part that a schema says once and refers to by name.
    ///
    /// @param id its name among the schema's `$defs`
    /// @param spec the part
    record Shared(String id, Spec spec) implements Spec {
        @Override
        public String allowed() {
            return spec.allowed();
        }
    }

    /// One word of a record.
    ///
    /// @param spec what stands under it
    /// @param required whether it has to be there
    /// @param help one sentence for documents
    record Field(Spec spec, boolean required, String help) {
        static Field needed(Spec spec, String help) {
            return new Field(spec, true, help);
        }

        static Field maybe(Spec spec, String help) {
            return new Field(spec, false, help);
        }
    }
}
