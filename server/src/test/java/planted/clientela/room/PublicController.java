package planted.clientela.room;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class PublicController {}
