package dev.sayso.app;

import dev.sayso.app.models.ModelCatalogue;
import dev.sayso.app.models.ModelShelf;
import dev.sayso.app.models.RegisteredFolders;
import dev.sayso.app.models.download.DownloadLimits;
import dev.sayso.app.models.download.ModelDownload;
import dev.sayso.app.models.view.Downloads;
import dev.sayso.app.models.view.ModelSettings;
import dev.sayso.app.models.view.ModelsModel;
import dev.sayso.app.ui.FxThread;

/// Wires the place "Models".
final class ModelsRoom {

    private ModelsRoom() {}

    static ModelsModel model(Services services) {
        ModelShelf shelf =
                new ModelShelf(
                        services.folders().models(),
                        ModelCatalogue.bundled(),
                        new RegisteredFolders(services.folders().registeredModels()));
        Downloads downloads =
                new Downloads(
                        new ModelDownload(
                                services.folders().models(),
                                () -> services.settings().get().storage().mirror(),
                                DownloadLimits.usual()),
                        shelf,
                        FxThread::inOrder);
        return new ModelsModel(
                shelf,
                services.models(),
                downloads,
                ModelSettings.of(services.settings()),
                name -> released(services, name),
                FxThread::inOrder);
    }

    private static boolean released(Services services, String name) {
        try {
            return services.recognition().release(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
