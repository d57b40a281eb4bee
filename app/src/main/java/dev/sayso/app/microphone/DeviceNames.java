package dev.sayso.app.microphone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes names for people out of those that Java Sound gives.
///
/// ALSA's are `PCH [plughw:0,0]`, with the words in the description: `Direct Audio Device: HDA
/// Intel PCH, ALC295 Analog, ALC295 Analog`. Windows and macOS give plain names, Windows some of
/// them twice.
final class DeviceNames {

    /// What stands for the system's own choice: ALSA, Windows, macOS.
    private static final Set<String> DEFAULTS =
            Set.of("default", "Primary Sound Capture Driver", "Default Audio Device");

    private static final Pattern ALSA_PLACE = Pattern.compile(" \\[[^\\]]*\\]$");
    private static final String DIRECT = "Direct Audio Device: ";
    private static final String ALSA = "ALSA";

    /// What Java Sound says about a device.
    record Raw(String name, String description, String vendor) {}

    private DeviceNames() {}

    /// The devices: the system's choice first, each of the others once, two that are called the
    /// same with a number.
    static List<InputDevice> of(List<Raw> devices) {
        Map<String, InputDevice> byId = new LinkedHashMap<>();
        for (Raw raw : devices) {
            boolean first = isDefault(raw);
            byId.putIfAbsent(raw.name(), new InputDevice(raw.name(), human(raw), first));
        }
        List<InputDevice> named = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (InputDevice device : byId.values()) {
            int time = times.merge(device.name(), 1, Integer::sum);
            String name = time == 1 ? device.name() : device.name() + " (" + time + ")";
            InputDevice unique = new InputDevice(device.id(), name, device.systemChoice());
            named.add(device.systemChoice() ? 0 : named.size(), unique);
        }
        return List.copyOf(named);
    }

    private static boolean isDefault(Raw raw) {
        return DEFAULTS.contains(ALSA_PLACE.matcher(raw.name()).replaceFirst(""));
    }

    private static String human(Raw raw) {
        String plain = ALSA_PLACE.matcher(raw.name()).replaceFirst("").strip();
        if (isDefault(raw) || !raw.vendor().startsWith(ALSA)) {
            return plain.isEmpty() ? raw.name() : plain;
        }
        String words =
                raw.description().startsWith(DIRECT)
                        ? raw.description().substring(DIRECT.length())
                        : "";
        List<String> parts = new ArrayList<>();
        for (String part : words.split(",", -1)) {
            String stripped = part.strip();
            if (!stripped.isEmpty() && !parts.contains(stripped)) {
                parts.add(stripped);
            }
        }
        return parts.isEmpty() ? plain : String.join(", ", parts);
    }
}
