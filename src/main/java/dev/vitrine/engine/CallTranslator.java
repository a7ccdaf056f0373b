package dev.vitrine.engine;

import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import ai.djl.util.passthrough.PassthroughNDArray;

import dev.vitrine.tensor.Tensor;

import java.util.Map;

/// Hands a [Call] through DJL's predictor to the [SessionBlock] and its outputs back.
///
/// They travel as one opaque array each way: DJL's own arrays know no strings of every shape, no
/// unsigned integers and no `Stop`, and its predictor skips the block where it is given no array at
/// all, which a network without inputs would.
final class CallTranslator implements NoBatchifyTranslator<Call, Map<String, Tensor>> {
    @Override
    public NDList processInput(TranslatorContext context, Call call) {
        return wrap(call);
    }

    @Override
    public Map<String, Tensor> processOutput(TranslatorContext context, NDList list) {
        return ((Outputs) unwrap(list)).tensors();
    }

    static NDList wrap(Object carried) {
        return new NDList(new PassthroughNDArray(carried));
    }

    static Object unwrap(NDList list) {
        return ((PassthroughNDArray) list.singletonOrThrow()).getObject();
    }

    /// The outputs of one run, in declared order.
    record Outputs(Map<String, Tensor> tensors) {}
}
