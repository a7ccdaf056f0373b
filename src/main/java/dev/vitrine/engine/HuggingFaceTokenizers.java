package dev.vitrine.engine;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.task.Tokenizer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Opens `tokenizer.json` files with Hugging Face's own tokenizers.
///
/// Cheap to make: native code is loaded by the first [#open], out of its jar, by way of a copy in
/// the folder of [LibraryCache].
public final class HuggingFaceTokenizers implements Tokenizer.Opener {
    /// {@inheritDoc}
    ///
    /// @throws ProblemException where the file is no tokenizer ([Fault#MODEL]), or where the
    ///   library itself does not start ([Fault#SYSTEM])
    @Override
    public Tokenizer open(Path file, Tokenizer.Wanted wanted) {
        return Library.open(file, wanted);
    }

    /// What names DJL's classes: a class of their own, so that a catalogue that is only looked at
    /// loads none of them.
    private static final class Library {
        /// Large vocabularies come to some 20 MB.
        private static final long MOST_BYTES = 128L << 20;

        /// More tokens than any network takes: as long as nobody names a greatest length, nothing
        /// is cut.
        private static final int NO_END = 1 << 24;

        static Tokenizer open(Path file, Tokenizer.Wanted wanted) {
            Native.stayOffline();
            LibraryCache.use();
            try (InputStream in = Files.newInputStream(file)) {
                if (Files.size(file) > MOST_BYTES) {
                    throw wrong(file, "it is larger than %d MB".formatted(MOST_BYTES >> 20), null);
                }
                return new OpenTokenizer(
                        String.valueOf(file.getFileName()),
                        HuggingFaceTokenizer.newInstance(in, options(wanted)));
            } catch (IOException e) {
                throw wrong(file, "it cannot be read", e);
            } catch (LinkageError | EngineException e) {
                String sentence =
                        "Hugging Face's tokenizers do not start on this machine (%s); they need 64-bit Linux with glibc, Windows, or macOS on Apple's own processors."
                                .formatted(Sentence.shorten(String.valueOf(e.getMessage())));
                throw new ProblemException(
                        Fault.SYSTEM, List.of(Problem.of("engine", sentence)), e);
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException e) {
                throw wrong(file, Sentence.shorten(String.valueOf(e.getMessage())), e);
            }
        }

        private static Map<String, String> options(Tokenizer.Wanted wanted) {
            Map<String, String> options = new HashMap<>();
            options.put("modelMaxLength", Integer.toString(NO_END));
            options.put("padding", wanted.padded() ? "max_length" : "do_not_pad");
            wanted.maxLength()
                    .ifPresent(most -> {
                        options.put("maxLength", Integer.toString(most));
                        options.put("truncation", "true");
                    });
            return options;
        }

        private static ProblemException wrong(Path file, String why, @Nullable Throwable cause) {
            String sentence =
                    "'%s' is no tokenizer that can be used: %s; put Hugging Face's tokenizer.json of this model there."
                            .formatted(file, why);
            return new ProblemException(
                    Fault.MODEL, List.of(Problem.of("tokenizer", sentence)), cause);
        }
    }
}
