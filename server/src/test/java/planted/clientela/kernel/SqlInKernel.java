package planted.clientela.kernel;

import java.sql.Timestamp;

public record SqlInKernel(Timestamp at) {}
