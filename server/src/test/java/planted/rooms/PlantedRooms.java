package planted.rooms;

import org.springframework.modulith.Modulithic;

/** An application whose lower room calls the upper one. */
@Modulithic
public final class PlantedRooms {
    private PlantedRooms() {}
}
