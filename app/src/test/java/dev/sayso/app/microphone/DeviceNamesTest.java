package dev.sayso.app.microphone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.microphone.DeviceNames.Raw;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceNamesTest {

    private static final String ALSA = "ALSA (http://www.alsa-project.org)";

    private static Raw alsa(String name, String words) {
        return new Raw(name, "Direct Audio Device: " + words, ALSA);
    }

    @Test
    void linuxCardsAreCalledByTheirDescription() {
        assertThat(
                        DeviceNames.of(
                                List.of(
                                        alsa(
                                                "PCH [plughw:0,0]",
                                                "HDA Intel PCH, ALC295 Analog, ALC295 Analog"),
                                        alsa("default [default]", "default, default, default"))))
                .containsExactly(
                        new InputDevice("default [default]", "default", true),
                        new InputDevice("PCH [plughw:0,0]", "HDA Intel PCH, ALC295 Analog", false));
    }

    @Test
    void whatIsListedTwiceIsOneDevice() {
        Raw microphone = new Raw("Mikrofon (USB Audio)", "Direct Audio Device: x", "Unknown");
        assertThat(
                        DeviceNames.of(
                                List.of(
                                        new Raw("Primary Sound Capture Driver", "x", "Unknown"),
                                        microphone,
                                        microphone)))
                .extracting(InputDevice::name)
                .containsExactly("Primary Sound Capture Driver", "Mikrofon (USB Audio)");
    }

    @Test
    void twoOfTheSameKindAreNumbered() {
        assertThat(
                        DeviceNames.of(
                                List.of(
                                        alsa("Mic [plughw:1,0]", "Blue Mic, USB Audio, USB Audio"),
                                        alsa("Mic_1 [plughw:2,0]", "Blue Mic, USB Audio"))))
                .extracting(InputDevice::name)
                .containsExactly("Blue Mic, USB Audio", "Blue Mic, USB Audio (2)");
    }
}
