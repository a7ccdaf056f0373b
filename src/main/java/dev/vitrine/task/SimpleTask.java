package dev.vitrine.task;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.Map;

/// A task of one network call: values to tensors, the call, tensors to values.
public non-sealed interface SimpleTask extends Task {
    /// What the ports come to beside what the network declares, worked out once for many runs.
    ///
    /// @param network what the main network declares, held against the signature by [#check] before
    Steps bind(Signature signature, Declared network);

    /// The tensors of the network's inputs for one run; see [Steps#before].
    default Map<String, Tensor> before(
            Signature signature, Declared network, Values inputs, Tokenizers tokenizers) {
        return bind(signature, network).before(inputs, tokenizers);
    }

    /// The tensors of a network that wants no tokens.
    default Map<String, Tensor> before(Signature signature, Declared network, Values inputs) {
        return before(signature, network, inputs, Tokenizers.NONE);
    }

    /// The values of the signature's outputs for one run; see [Steps#after].
    default Values after(
            Signature signature, Declared network, Values inputs, Map<String, Tensor> tensors) {
        return bind(signature, network).after(inputs, tensors);
    }

    /// What is done before and after the call of a network; may be used by many threads.
    interface Steps {
        /// The tensors of the network's inputs, by name.
        ///
        /// @param tokenizers those that [Tokenizers#wanted] names
        Map<String, Tensor> before(Values inputs, Tokenizers tokenizers);

        /// The values of the signature's outputs.
        ///
        /// @param inputs what went in, for outputs that lie over an input
        /// @param tensors the network's outputs by name, and for a network that wants tokens what
        ///   it was given by the names of its inputs
        /// @param stop polled by what takes long
        Values after(Values inputs, Map<String, Tensor> tensors, Stop stop);

        /// The same for a run that nobody stops.
        default Values after(Values inputs, Map<String, Tensor> tensors) {
            return after(inputs, tensors, new Stop());
        }
    }
}
