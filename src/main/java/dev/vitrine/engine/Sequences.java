package dev.vitrine.engine;

import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;

/// The members of a sequence of tensors.
///
/// ONNX Runtime's Java interface gives those of four element types and refuses all others, though
/// the native method beneath it knows every type; that one is called here.
final class Sequences {
    private static final VarHandle HANDLE = field("nativeHandle");
    private static final VarHandle ALLOCATOR = field("allocatorHandle");
    private static final MethodHandle TENSORS = tensors();
    private static final long API = api();

    private Sequences() {}

    /// The members, for the caller to close.
    static List<OnnxTensor> members(OnnxSequence sequence) throws OrtException {
        long handle = (long) HANDLE.get(sequence);
        long allocator = (long) ALLOCATOR.get(sequence);
        try {
            return List.of((OnnxTensor[]) TENSORS.invokeExact(sequence, API, handle, allocator));
        } catch (OrtException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("ONNX Runtime does not give a sequence", e);
        }
    }

    private static VarHandle field(String name) {
        try {
            return lookup().findVarHandle(OnnxSequence.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime's sequences have no handle", e);
        }
    }

    private static MethodHandle tensors() {
        MethodType type =
                MethodType.methodType(OnnxTensor[].class, long.class, long.class, long.class);
        try {
            return lookup().findVirtual(OnnxSequence.class, "getTensors", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime's sequences have no tensors", e);
        }
    }

    /// Where the C interface lies, as the Java interface found it.
    private static long api() {
        try {
            MethodHandles.Lookup lookup = lookup();
            Class<?> runtime = lookup.findClass("ai.onnxruntime.OnnxRuntime");
            return (long) lookup.findStaticVarHandle(runtime, "ortApiHandle", long.class).get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime has no C interface", e);
        }
    }

    private static MethodHandles.Lookup lookup() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(OnnxSequence.class, MethodHandles.lookup());
    }
}
