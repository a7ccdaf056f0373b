package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// How text is written token by token: what the port of the text says, in the words of Hugging
/// Face's GenerationConfig. Each word is a number, or the input that says it.
///
/// @param words the port and its processing
record Generating(Words words) {
    static final String TEMPERATURE = "temperature";
    static final String TOP_K = "top_k";
    static final String TOP_P = "top_p";
    static final String PENALTY = "repetition_penalty";

    /// How many of the last tokens the penalty looks at, as llama.cpp calls it.
    static final String LATELY = "repeat_last_n";

    static final String LENGTH = "max_new_tokens";
    static final String SEED = "seed";
    static final String STOP = "stop_strings";
    static final String END = "eos_token_id";
    static final String FULL = "return_full_text";

    /// The words that are a number or name an input of numbers.
    static final List<String> NUMBERS =
            List.of(TEMPERATURE, TOP_K, TOP_P, PENALTY, LATELY, LENGTH, SEED);

    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = words(NUMBERS);

    private static final int LENGTH_UNSAID = 200;

    private static List<String> words(List<String> numbers) {
        List<String> all = new ArrayList<>(numbers);
        all.addAll(List.of(STOP, END, FULL));
        return List.copyOf(all);
    }

    /// Holds the inputs that are named against those there are.
    ///
    /// @throws ProblemException where one is none of its own
    static Generating of(Signature signature, Words words) {
        for (String word : NUMBERS) {
            var unused = Setting.check(signature, words, word);
        }
        var unused = Setting.check(signature, words, STOP, List.of("text"), "text");
        return new Generating(words);
    }

    /// The inputs that say something of it, which no tensor takes.
    Set<String> inputs() {
        return WORDS.stream()
                .flatMap(word -> Setting.input(words, word).stream())
                .collect(Collectors.toSet());
    }

    /// How the next token is chosen in one run.
    Sampler sampler(Values inputs) {
        return new Sampler(
                Setting.number(words, TEMPERATURE, inputs).orElse(1),
                whole(TOP_K, inputs, 0),
                Setting.number(words, TOP_P, inputs).orElse(1),
                Setting.number(words, PENALTY, inputs).orElse(1));
    }

    /// How many tokens the penalty looks back on.
    int lately(Values inputs) {
        return whole(LATELY, inputs, Integer.MAX_VALUE);
    }

    /// How many tokens are written at most.
    int length(Values inputs) {
        return whole(LENGTH, inputs, LENGTH_UNSAID);
    }

    /// What chance is made of: the same each time for the same seed, another each time without one.
    RandomGenerator random(Values inputs) {
        var seed = Setting.number(words, SEED, inputs);
        // its algorithm is part of Java's specification, so a seed means the same everywhere
        return seed.isPresent() ? new Random((long) seed.getAsDouble()) : new Random();
    }

    /// Where the text ends, one on each line of the input that says it.
    StopStrings stops(Values inputs) {
        return new StopStrings(
                Setting.input(words, STOP)
                        .map(name -> inputs.find(name).map(String::valueOf).orElse(""))
                        .map(text -> text.lines().toList())
                        .orElseGet(() -> strings(STOP)));
    }

    private List<String> strings(String word) {
        List<?> all = words.binding().step(word, List.class).orElse(List.of());
        return all.stream().map(String::valueOf).toList();
    }

    /// The tokens at which the text ends, which are no part of it.
    Set<Long> ends() {
        return words.binding()
                .step(END, Number.class)
                .map(one -> Set.of(one.longValue()))
                .orElseGet(() ->
                        words.numbers(END).stream()
                                .map(Double::longValue)
                                .collect(Collectors.toSet()));
    }

    /// Whether the text begins with what was given.
    boolean isFull() {
        return words.binding().step(FULL, Boolean.class).orElse(false);
    }

    private int whole(String word, Values inputs, int standard) {
        return (int) Setting.number(words, word, inputs).orElse(standard);
    }

    /// Refuses an input that nothing reads.
    void only(Port input) {
        if (!inputs().contains(input.name())) {
            throw new ProblemException(
                    ProblemException.Fault.MODEL,
                    Problem.at(
                            input.name(),
                            "tensor",
                            "The port '%s' is read by nothing; name it in a word of the output '%s', such as temperature: %s, or leave it out."
                                    .formatted(input.name(), words.port().name(), input.name())));
        }
    }

    /// Adds the JSON Schema of the words, and of those of the text that is gone on with.
    static void schema(ObjectNode words) {
        words.putObject(CausalNetwork.USE_CACHE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether what the network remembers of a text is carried from token to"
                                + " token; if not, the whole text goes in for each. True where"
                                + " nothing is said.");
        words.putObject(CausalNetwork.MOST)
                .put("type", "integer")
                .put("minimum", 2)
                .put(
                        "description",
                        "How many tokens the network knows the places of; a text that outgrows"
                                + " them goes on from the later half.");
        words.putObject(TextGeneration.BEGIN)
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "The token before each text, which no tokenizer adds.");
        numbers(words);
        ends(words);
    }

    private static void numbers(ObjectNode words) {
        WordSchema.setting(
                words,
                Generating.TEMPERATURE,
                "What scores are divided by: 0 takes the likeliest token each time; 1 where nothing"
                        + " is said.",
                "number",
                0);
        WordSchema.setting(
                words,
                Generating.TOP_K,
                "How many of the likeliest tokens the next is drawn from; all where it is 0.",
                "integer",
                0);
        WordSchema.setting(
                words,
                Generating.TOP_P,
                "The next token is drawn from the shortest list of the likeliest that is as likely"
                        + " together; from all where it is 1.",
                "number",
                0);
        WordSchema.setting(
                words,
                Generating.PENALTY,
                "What the scores of tokens that were there are divided by; 1 changes nothing.",
                "number",
                0);
        WordSchema.setting(
                words,
                Generating.LATELY,
                "How many of the last tokens the penalty looks at; all where nothing is said.",
                "integer",
                0);
        WordSchema.setting(
                words,
                Generating.LENGTH,
                "How many tokens are written at most; 200 where nothing is said.",
                "integer",
                1);
    }

    private static void ends(ObjectNode words) {
        ObjectNode stops =
                words.putObject(Generating.STOP)
                        .put(
                                "description",
                                "Texts at which the answer ends, or the input that says them, one"
                                        + " on each line.");
        ArrayNode forms = stops.putArray("anyOf");
        forms.addObject().put("type", "string").put("minLength", 1);
        forms.addObject().put("type", "array").putObject("items").put("type", "string");
        ObjectNode ends =
                words.putObject(Generating.END)
                        .put("description", "The token, or tokens, at which the text ends.");
        ArrayNode tokens = ends.putArray("anyOf");
        tokens.addObject().put("type", "integer").put("minimum", 0);
        tokens.addObject()
                .put("type", "array")
                .putObject("items")
                .put("type", "integer")
                .put("minimum", 0);
        words.putObject(Generating.FULL)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the answer begins with the text that was given. False where"
                                + " nothing is said.");
    }
}
