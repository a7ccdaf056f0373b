package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.Example;

import java.util.Map;

class SoundEncodingTest {
    private static final Sound SOUND = Sound.of(4, 2, new float[] {1, 0, -1, -1, 0.5f, 0.5f});

    @Example
    void channelsAreMixedAndWhatIsShortIsFilledWithSilence() {
        Tensor tensor = encode(ElementType.FLOAT32, Shape.of(-1, 5), Map.of(), SOUND);
        assertThat(tensor.shape()).containsExactly(1, 5);
        assertThat(tensor.floats()).containsExactly(0.5f, -1, 0.5f, 0, 0);
    }

    @Example
    void anyNumberOfSamplesGoesIntoAFreeDimension() {
        assertThat(encode(ElementType.FLOAT32, Shape.of(1, 1, -1), Map.of(), SOUND).shape())
                .containsExactly(1, 1, 3);
        assertThat(encode(ElementType.INT16, Shape.of(-1), Map.of(), SOUND))
                .isEqualTo(Tensor.of(ElementType.INT16, new double[] {16_384, -32_768, 16_384}, 3));
    }

    @Example
    void ofALongSoundTheDeclaredPartStays() {
        Sound long4 = Sound.of(4, 1, new float[] {0.1f, 0.9f, -0.8f, 0.2f, 0, 0});
        assertThat(encode(ElementType.FLOAT32, Shape.of(2), Map.of(), long4).floats())
                .containsExactly(0.1f, 0.9f);
        assertThat(
                        encode(ElementType.FLOAT32, Shape.of(2), Map.of("crop", "center"), long4)
                                .floats())
                .containsExactly(-0.8f, 0.2f);
        assertThat(
                        encode(ElementType.FLOAT32, Shape.of(2), Map.of("crop", "loudest"), long4)
                                .floats())
                .containsExactly(0.9f, -0.8f);
    }

    @Example
    void aNormalSoundHasMeanZeroAndVarianceOneAndSilenceBehindIt() {
        Sound loud = Sound.of(4, 1, new float[] {0.5f, 0.7f, 0.5f, 0.7f});
        float[] made =
                encode(ElementType.FLOAT32, Shape.of(6), Map.of("normalize", true), loud).floats();
        assertThat(made[0]).isCloseTo(-1, within(1e-3f));
        assertThat(made[3]).isCloseTo(1, within(1e-3f));
        assertThat(made[4]).isZero();
    }

    @Example
    void theRateIsTheNetworks() {
        Sound second = Sound.of(48_000, 1, new float[48_000]);
        assertThat(
                        encode(
                                        ElementType.FLOAT32,
                                        Shape.of(-1),
                                        Map.of("samplingRate", 16_000),
                                        second)
                                .size())
                .isEqualTo(16_000);
    }

    @Example
    void whatIsNoSoundIsRefusedWhenTheSignatureIsRead() {
        assertThatThrownBy(() -> encode(ElementType.FLOAT32, Shape.of(3, 5), Map.of(), SOUND))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[samples], [1, samples]");
        assertThatThrownBy(() -> encode(ElementType.STRING, Shape.of(5), Map.of(), SOUND))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("holds string");
    }

    private static Tensor encode(
            ElementType type, Shape shape, Map<String, Object> words, Sound sound) {
        Port port = Port.of("audio", "audio");
        return SoundEncoding.of(
                        port, Binding.of("audio", words), new TensorInfo("audio", type, shape))
                .encode(sound);
    }
}
