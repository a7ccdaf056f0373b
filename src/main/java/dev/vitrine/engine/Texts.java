package dev.vitrine.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import dev.vitrine.tensor.Tensor;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Strings between Java and ONNX Runtime, in UTF-8 and straight through its C interface.
///
/// Its Java interface passes strings in JNI's modified UTF-8: a network sees six bytes for an emoji
/// where it was trained on four, and of the four that it answers only the first comes back. The C
/// interface never moves a function once it has a place, so the numbers below hold for every
/// version.
///
/// @see <a
///   href="https://github.com/microsoft/onnxruntime/blob/main/include/onnxruntime/core/session/onnxruntime_c_api.h">OrtApi</a>
@SuppressWarnings("restricted") // the same native code that the Java interface calls
final class Texts {
    private static final int FILL_STRING_TENSOR = 52;
    private static final int GET_STRING_TENSOR_DATA_LENGTH = 53;
    private static final int GET_STRING_TENSOR_CONTENT = 54;
    private static final int GET_VALUE = 80;
    private static final int RELEASE_VALUE = 96;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemorySegment API = api();
    private static final VarHandle HANDLE = field(OnnxTensorLike.class, "nativeHandle");
    private static final VarHandle MAP = field(OnnxMap.class, "nativeHandle");
    private static final VarHandle MAP_ALLOCATOR = field(OnnxMap.class, "allocatorHandle");
    private static final MethodHandle MAP_VALUES = values();

    private static final MethodHandle FILL =
            function(FILL_STRING_TENSOR, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle LENGTH =
            function(GET_STRING_TENSOR_DATA_LENGTH, JAVA_LONG, ADDRESS);
    private static final MethodHandle CONTENT =
            function(GET_STRING_TENSOR_CONTENT, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);

    private static final MethodHandle PART =
            function(GET_VALUE, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle RELEASE =
            LINKER.downcallHandle(
                    API.getAtIndex(ADDRESS, RELEASE_VALUE), FunctionDescriptor.ofVoid(JAVA_LONG));

    private Texts() {}

    /// A tensor of these strings, for the caller to close. A character zero, which would end a
    /// string there, becomes U+FFFD.
    static OnnxTensor write(OrtEnvironment environment, Tensor strings) throws OrtException {
        String[] blank = new String[strings.size()];
        Arrays.fill(blank, "");
        OnnxTensor tensor = OnnxTensor.createTensor(environment, blank, strings.shape());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointers = arena.allocate(ADDRESS, blank.length);
            for (int i = 0; i < blank.length; i++) {
                String text = strings.strings().get(i).replace('\0', '\ufffd');
                pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(text));
            }
            check((MemorySegment) FILL.invokeExact(at(tensor), pointers, (long) blank.length));
            return tensor;
        } catch (Throwable e) {
            tensor.close();
            throw unexpected(e);
        }
    }

    /// The strings of a tensor, in row-major order.
    static List<String> read(OnnxTensor tensor) {
        return read(at(tensor), Math.toIntExact(tensor.getInfo().getNumElements()));
    }

    /// A map with strings as keys, in the order that ONNX Runtime gives it. The Java interface
    /// shortens the keys, and of two that are then alike it loses one.
    static Map<String, Object> read(OnnxMap map) {
        try (Arena arena = Arena.ofConfined()) {
            Object[] values = (Object[]) MAP_VALUES.invoke(map);
            MemorySegment part = arena.allocate(JAVA_LONG);
            long allocator = (long) MAP_ALLOCATOR.get(map);
            check((MemorySegment) PART.invokeExact((long) MAP.get(map), 0, allocator, part));
            long keys = part.get(JAVA_LONG, 0);
            try {
                Map<String, Object> entries = new LinkedHashMap<>();
                List<String> names = read(keys, values.length);
                for (int i = 0; i < values.length; i++) {
                    entries.put(names.get(i), values[i]);
                }
                return entries;
            } finally {
                RELEASE.invokeExact(keys);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static List<String> read(long tensor, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            check((MemorySegment) LENGTH.invokeExact(tensor, length));
            long bytes = length.get(JAVA_LONG, 0);
            MemorySegment content = arena.allocate(bytes);
            MemorySegment starts = arena.allocate(JAVA_LONG, count + 1L);
            check(
                    (MemorySegment)
                            CONTENT.invokeExact(tensor, content, bytes, starts, (long) count));
            starts.setAtIndex(JAVA_LONG, count, bytes);
            return split(content, starts, count);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static List<String> split(MemorySegment content, MemorySegment starts, int count) {
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long from = starts.getAtIndex(JAVA_LONG, i);
            long to = starts.getAtIndex(JAVA_LONG, i + 1L);
            byte[] utf8 = content.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
            strings.add(new String(utf8, StandardCharsets.UTF_8));
        }
        return strings;
    }

    private static long at(OnnxTensor tensor) {
        return (long) HANDLE.get((OnnxTensorLike) tensor);
    }

    /// A status is only made for an error.
    private static void check(MemorySegment status) {
        if (status.address() != 0) {
            throw new IllegalStateException("ONNX Runtime does not take or give these strings");
        }
    }

    private static RuntimeException unexpected(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }

    private static MethodHandle function(int number, MemoryLayout... arguments) {
        MemorySegment function = API.getAtIndex(ADDRESS, number);
        return LINKER.downcallHandle(function, FunctionDescriptor.of(ADDRESS, arguments));
    }

    /// `OrtGetApiBase()->GetApi(1)`; the library is loaded by the class loader of this class.
    private static MemorySegment api() {
        AddressLayout table =
                ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(RELEASE_VALUE + 1L, ADDRESS));
        try {
            MemorySegment base =
                    (MemorySegment)
                            LINKER.downcallHandle(
                                            SymbolLookup.loaderLookup()
                                                    .findOrThrow("OrtGetApiBase"),
                                            FunctionDescriptor.of(table))
                                    .invokeExact();
            return (MemorySegment)
                    LINKER.downcallHandle(
                                    base.get(ADDRESS, 0), FunctionDescriptor.of(table, JAVA_INT))
                            .invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalStateException("ONNX Runtime has no C interface", e);
        }
    }

    /// Where a value of the Java interface keeps a pointer that the C interface takes.
    private static VarHandle field(Class<?> type, String name) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findVarHandle(type, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime's values have no handle", e);
        }
    }

    /// The values of a map in the order of its keys.
    private static MethodHandle values() {
        try {
            return MethodHandles.privateLookupIn(OnnxMap.class, MethodHandles.lookup())
                    .findVirtual(
                            OnnxMap.class, "getMapValues", MethodType.methodType(Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ONNX Runtime's maps have no values", e);
        }
    }
}
