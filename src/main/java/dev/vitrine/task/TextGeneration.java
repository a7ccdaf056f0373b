package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A text in, what follows it out, token by token as it is written: [CausalNetwork] scores, a
/// [Sampler] chooses, a [Detokenizer] makes text of it.
///
/// The inputs that the output's words name are settings of the task, which no tensor takes.
final class TextGeneration implements LoopTask {
    /// The word of the number of a token before each text.
    static final String BEGIN = "bos_token_id";

    private static final List<String> INPUT_WORDS =
            Stream.of(
                            List.of(TextEncoding.TOKENIZER, TextCleaning.WORD, BEGIN),
                            CausalNetwork.WORDS)
                    .flatMap(List::stream)
                    .toList();

    private static final double NANOS = 1e9;

    @Override
    public String id() {
        return "text-generation";
    }

    /// What a signature of this task says, held against its network.
    ///
    /// @param prompt the input that is gone on with
    /// @param begin the token before it; nothing where it is negative
    /// @param network how scores are made
    /// @param text the output
    /// @param generating how tokens are chosen
    private record Plan(
            Port prompt, long begin, CausalNetwork network, Port text, Generating generating) {
        static Plan of(Signature signature, Declared declared) {
            Words prompt =
                    signature.inputs().stream()
                            .map(PortTask::words)
                            .filter(TextEncoding::reads)
                            .findFirst()
                            .orElseThrow(() ->
                                    missing("an input of kind text with a tokenizer under tensor"));
            Words text =
                    signature.outputs().stream()
                            .filter(p -> p.kind().equals("text"))
                            .map(PortTask::words)
                            .findFirst()
                            .orElseThrow(() -> missing("an output of kind text"));
            if (signature.outputs().size() != 1) {
                throw missing("one output alone");
            }
            prompt.only(INPUT_WORDS, "an input");
            text.only(Generating.WORDS, "an output");
            CausalNetwork network = CausalNetwork.of(prompt, text, declared);
            Generating generating = Generating.of(signature, text);
            signature.inputs().stream()
                    .filter(p -> !p.equals(prompt.port()))
                    .forEach(generating::only);
            return new Plan(
                    prompt.port(),
                    (long) prompt.number(BEGIN).orElse(-1),
                    network,
                    text.port(),
                    generating);
        }

        private static ProblemException missing(String what) {
            return new ProblemException(
                    ProblemException.Fault.MODEL,
                    Problem.of(
                            "task",
                            "The task text-generation needs %s; declare it, or use the task other."
                                    .formatted(what)));
        }

        long[] tokens(Tokenizer tokenizer, String text) {
            long[] ids = tokenizer.encode(text).ids();
            if (begin >= 0 && (ids.length == 0 || ids[0] != begin)) {
                return LongStream.concat(LongStream.of(begin), Arrays.stream(ids)).toArray();
            }
            if (ids.length == 0) {
                throw ProblemException.input(
                        Problem.at(
                                prompt.name(),
                                "string_too_short",
                                "'%s' holds nothing that the model reads; write words."
                                        .formatted(prompt.label())));
            }
            return ids;
        }
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        Declared network = networks.get(Signature.MAIN);
        if (network == null || networks.size() != 1) {
            return List.of(
                    Problem.of(
                            "models",
                            "The task %s runs one network; name just 'main' under models."
                                    .formatted(id())));
        }
        List<Problem> problems = new ArrayList<>();
        try {
            Plan.of(signature, network);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    @Override
    public List<String> words(Port port, boolean isInput) {
        if (!isInput) {
            return Generating.WORDS;
        }
        return TextEncoding.reads(PortTask.words(port)) ? INPUT_WORDS : List.of();
    }

    @Override
    public Values run(
            Signature signature,
            Map<String, Network> networks,
            Tokenizers tokenizers,
            Values inputs,
            RunContext context) {
        Network network = networks.values().iterator().next();
        Plan plan = Plan.of(signature, new Declared(network.inputs(), network.outputs()));
        Tokenizer tokenizer = tokenizers.of(plan.network().encoding().wanted());
        String prompt =
                plan.network()
                        .encoding()
                        .cleaning()
                        .clean(inputs.get(plan.prompt().name(), String.class));
        Writing writing = new Writing(plan, tokenizer, prompt, inputs, context);
        return writing.write(plan.network().open(network, context.stop()));
    }

    /// One text while it is written.
    private static final class Writing {
        private final Port port;
        private final String before;
        private final Sampler sampler;
        private final RandomGenerator random;
        private final StopStrings stops;
        private final Set<Long> ends;
        private final int most;
        private final int lately;
        private final Detokenizer detokenizer;
        private final RunContext context;
        private final long began = System.nanoTime();

        /// The prompt's tokens, and behind them those that were written.
        private long[] ids;

        private int written;

        Writing(Plan plan, Tokenizer tokenizer, String prompt, Values inputs, RunContext context) {
            Generating generating = plan.generating();
            this.port = plan.text();
            this.before = generating.isFull() ? prompt : "";
            this.sampler = generating.sampler(inputs);
            this.random = generating.random(inputs);
            this.stops = generating.stops(inputs);
            this.ends = generating.ends();
            this.most = generating.length(inputs);
            this.lately = generating.lately(inputs);
            this.context = context;
            this.ids = plan.tokens(tokenizer, prompt);
            this.detokenizer = new Detokenizer(tokenizer, ids);
        }

        Values write(CausalNetwork.Reading reading) {
            long[] fresh = ids;
            while (written < most) {
                float[] scores = reading.read(fresh);
                long next = sampler.next(scores, recent(), random);
                if (ends.contains(next)) {
                    break;
                }
                fresh = new long[] {next};
                ids = LongStream.concat(Arrays.stream(ids), LongStream.of(next)).toArray();
                written++;
                String text = detokenizer.add(next);
                if (stops.isIn(text)) {
                    break;
                }
                context.progress(
                        (double) written / most,
                        "%d of %d tokens%s".formatted(written, most, pace()));
                context.partial(values(stops.certain(text)));
            }
            context.progress(1, "%d tokens%s".formatted(written, pace()));
            return values(stops.cut(detokenizer.end()));
        }

        private long[] recent() {
            return lately == 0
                    ? new long[0]
                    : Arrays.copyOfRange(ids, Math.max(0, ids.length - lately), ids.length);
        }

        private String pace() {
            double seconds = (System.nanoTime() - began) / NANOS;
            return seconds > 0 && written > 1
                    ? String.format(Locale.ROOT, ", %.0f per second", written / seconds)
                    : "";
        }

        private Values values(String text) {
            return new Values(Map.of(port.name(), before + text));
        }
    }
}
