package dev.vitrine.model;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.tensor.Network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which models' networks stay open: those used last, as far as their files together fit a bound.
///
/// The file of a network is about the native memory it holds once open. The one in use is never
/// closed for its own size; those that are closed open again with their next run.
final class Residents {
    private final Network.Opener opener;
    private final Tokenizer.Opener tokenizers;
    private final Admission admission;
    private final long most;

    /// The bytes of each open set, the one used longest ago first.
    private final Map<OpenNetworks, Long> open = new LinkedHashMap<>(16, 0.75f, true);

    /// @param opener what makes networks of files
    /// @param tokenizers what makes tokenizers of files
    /// @param admission who is asked before
    /// @param most bytes of files that stay open, beside the model in use
    Residents(Network.Opener opener, Tokenizer.Opener tokenizers, Admission admission, long most) {
        this.opener = opener;
        this.tokenizers = tokenizers;
        this.admission = admission;
        this.most = most;
    }

    /// Without tokenizers.
    Residents(Network.Opener opener, Admission admission, long most) {
        this(opener, Residents::refuse, admission, most);
    }

    /// As many as the heap may grow to: a quarter of the machine's memory, where nobody said
    /// otherwise.
    static Residents of(Network.Opener opener, Tokenizer.Opener tokenizers, Admission admission) {
        return new Residents(opener, tokenizers, admission, Runtime.getRuntime().maxMemory());
    }

    /// The same without tokenizers, and with no one to ask.
    static Residents of(Network.Opener opener) {
        return of(opener, Residents::refuse, Admission.FREE);
    }

    /// Opens no tokenizer: a model that wants one is refused.
    static Tokenizer refuse(Path file, Tokenizer.Wanted wanted) {
        throw ProblemException.model(
                "'%s' is a tokenizer, and nothing here opens one; give the catalog an opener of tokenizers."
                        .formatted(file));
    }

    Admission admission() {
        return admission;
    }

    Network.Opener opener() {
        return opener;
    }

    Tokenizer.Opener tokenizers() {
        return tokenizers;
    }

    /// Notes a use, and closes what has not been used for longest where there is too much now.
    void used(OpenNetworks set, long bytes) {
        over(set, bytes).forEach(OpenNetworks::close);
    }

    synchronized void closed(OpenNetworks set) {
        open.remove(set);
    }

    private synchronized List<OpenNetworks> over(OpenNetworks set, long bytes) {
        Long known = open.put(set, bytes);
        if (known != null && known == bytes) {
            return List.of();
        }
        long sum = open.values().stream().mapToLong(Long::longValue).sum();
        List<OpenNetworks> over = new ArrayList<>();
        Iterator<Map.Entry<OpenNetworks, Long>> eldest = open.entrySet().iterator();
        while (sum > most && eldest.hasNext()) {
            Map.Entry<OpenNetworks, Long> one = eldest.next();
            if (one.getKey() != set) {
                sum -= one.getValue();
                over.add(one.getKey());
                eldest.remove();
            }
        }
        return over;
    }
}
