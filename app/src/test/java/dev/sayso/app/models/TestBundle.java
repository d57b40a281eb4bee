package dev.sayso.app.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A bundle of two small files.
final class TestBundle implements StarterModel.Bundle {

    final Map<String, byte[]> files = new LinkedHashMap<>();
    int opened;

    TestBundle() throws IOException {
        files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("model.safetensors", new byte[100_000]);
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String sum =
                    Sha256.copy(
                            new ByteArrayInputStream(file.getValue()),
                            OutputStream.nullOutputStream());
            sums.append(sum).append("  ").append(file.getKey()).append('\n');
        }
        files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized @Nullable InputStream open(String file) {
        opened++;
        byte[] bytes = files.get(file);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
}
