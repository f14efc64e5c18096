// The English words of a code, in an order that never changes: a word's place is its number. words.test.ts holds the rules of the list.
export const words: readonly string[] = `
abacus aboard above acacia accent accord acorn acre acrobat active actor adapt adhesive admire adore aerial aerosol afar agate agenda
agile aglow airfield aisle albatross alder alembic alfalfa algae almanac almond aloft alpaca alpine altitude aluminum amaranth amaze
amethyst ampersand amphora amuse anagram analog anchor ancient anise anklet annex annual answer antelope antique anvil anyway apex apiary
apparatus applause apricot apron aquarium aquifer arable arbor arcade archway arctic arena armchair armoire armrest aroma arrange
artichoke arugula asparagus aspen asphalt asterisk astronomy athletic attic audio aura author autumn avocado avoid awake award awning
azalea azure baboon backpack badger badminton bagel baggage baguette baker balance balcony ballet balsa bamboo banana bandstand bangle
banjo banner banquet barbecue bargain barista barley baroque barrel basalt basement basic bassoon batch bathtub baton bauble bauxite
bazaar beacon beaded beagle beam beanbag beaver bedrock bedspread beehive beeswax beetle beige belfry bellow bench benefit beret bergamot
beside better beverage biathlon bicycle billboard biography biology biplane birch birdbath birthday bison bistro blackbird blanket blazer
bleat blend blink blip bliss blizzard block bloom blossom blouse bluebell bluff blur boardwalk boast boathouse bobbin bobcat bobolink
bobsleigh bodice boiler bold bolster bonfire bonsai bonus bookmark boomerang booth borough borrow botanic bottle boulder bounce bouquet
boutique bowling bowstring bracken braid bramble brass brave breakfast breeze brickwork bridle brief bright brilliant brim bring brioche
bristle broadcast broccoli bronco brook browse brunch brushwood bubble bucket buddy budget buffalo bugle bulb bulletin bulrush bumblebee
bumpy bundle bungalow bureau burger burlap burnish burrito bushel business bustle butler button buzzer cabbage cabinet caboose cabriolet
cafeteria calabash calculate calendar calico calliope calm calorie camcorder camel campus canary candor cannery canopy cantata canvas
canyon capable caption caraway carbon cardboard careful cargo carnival carousel carport carriage cartwheel carving cashier casserole
catalog caterer catfish cattle cauldron cavern cedar celebrate cement ceramic cereal chair chalice chameleon channel charade chatter
checkers cheddar cheer chemist cherub chestnut chevron chew chicory chili chimney chipper chirp chisel chivalry chocolate choice chopstick
chorus chowder chrome chrysalis chubby chuckle churn chutney cilantro cinder cinematic cinnamon cipher circulate cistern citrus city
clamber clapboard clarion class clean clerk clever climb clinch cloak clockwork closet clothes cloudy clove clubhouse cluck clue clump
cluster coach cobalt cobble cobweb cocktail cocoon coffer coinage colander coleslaw collar colonnade column combine comedy comfort comic
comma companion concert condiment confetti conical conjure consider contact cookbook cooler copper copse copycat cordial corkscrew
cormorant cornbread coronet corral cotton cougar counter couple courteous couscous coverlet cowboy cowrie coyote cozy crab cracker
craftsman crampon cranberry crate cravat crayfish creamery creek crepe crescent crimson crinoline crisp crock croquet crossroad crouton
crow cruise crumb crunchy crystal cubicle cuckoo cucumber culinary culture cumin cupboard cupcake cupola curator curious curlew cursive
curtsy curve cushion cusp cutlet cutter cyan cycle cylinder cypress daffodil daily dainty damask damson dancer dandelion dapple daring
darkroom dartboard dashboard database daybed daylight daytime dazzle decanter deceive decide decoupage dedicate degree delight delta demo
denim dense dentist describe design desk dessert device dewdrop diagram dial diameter diary diesel digit dimension dimple dinosaur diorama
directory disc display distant divide dock dogfish dogwood dollop dolphin domain donate doodle dormouse dots double doughnut dovetail down
dozen dragonfly drainpipe drama drapes drawer dream dress drew dribble dried drift drip driveway drizzle droop drumstick dryer duckling
duke dumpling duplicate dusky dustpan duvet dwell dynamic earmuff earring earthworm easel easy eatery ebony echidna echo eclectic eclipse
ecology economy ecosystem edamame eddy edelweiss edge edible edition educate effective eggbeater eggcup eggnog eggplant eggshell eiderdown
elaborate elastic elegant element eleven elite elope eloquent elsewhere email embark emblem embrace emerald emulsion enameled encounter
energy engage engine engrave ensemble entertain entire entry envelope epic epoch equator equip eraser ergonomic escapade espalier espresso
essay estate esteem estuary etching ether etiquette event everyday evident evolve ewer example except exchange excite excursion exercise
exit expect explain export exquisite fable fabric fabulous facade factory fairy falafel falcon famous fancy fanlight farmland farthing
fashion fastener fathom faucet faulty faun favor feature fedora felucca fennel fenugreek fern ferryboat festival fiber fiction fiddler
field fife fifteen figurine filament filigree fillet filter finance finch finish fireplace firm first fishnet fitness fixture fjord
flagstone flair flake flamingo flannel flap flatboat fleck fleet flex flicker flint floor floppy flora floss flounce flowerbed fluffy
fluid fluorite flurry flutter flyover flywheel foal foamy focus foggy folder foliage fondue footstool forever forge forklift formula forty
forum fossil foundry foxglove foxtrot foyer fragrant frame freckle freedom fresco fries frill fringe fritter frog frolic frond frost froth
fruit full fund funny furniture furrow fuse future fuzzy gabardine gadget gaiter galaxy gallon galoshes gamma garage gardenia garlic
garment garnet gasket gatepost gather gazebo gazpacho gear gecko geese gemstone generous genius genre gentle genuine geode geology
geometry gerbil gesture geyser gherkin giant gift gigantic gill gimlet gingham ginseng giraffe girder gizmo glacier gladiolus glance
glassware glaze gleam glider glimmer glitter globe glossy glowworm gnome goat goblet goggles goldfish gondola gong good goose gopher
gorilla gosling goulash gourmand graceful grade grammar grand graphic gratin gravy great green grenadine grid grocery groove grotto grouse
grown guacamole guava guess guide guild guinea guitarist gulf gumball gumdrop guppy gymnast gyro habit hailstone half halibut hallway
halve halyard hammock hamper handle happy hardback harmony harness harpist harvest hatchback haven hawk hawthorn hayloft haystack hazelnut
headlight heap hearth hedgehog height hello helmet helper herbal heron herring hexagonal hibernate hibiscus hiccup hickory highway hilltop
hinge hippo history hockey hoedown hoist holiday hollow homemade honest honor hook hoopoe hopeful hopscotch hornbeam horseshoe hosiery
hotel hothouse hotpot hour housing huddle hummus humor hundred hurry hutch hyacinth hydrant hyphen ibex icebox icing idea igneous iguana
imagine imprint inbox include index indoor industry inkblot inkstand inkwell inlay inlet inquire insect inside inspire instant interior
intricate invent invite invoice inward iodine ironing island isthmus italic item ivory jackdaw jalapeno jeans jeep jellyfish jetty jewel
jigsaw jingle jodhpurs jogger joint joke jolly journey joyful joystick jubilant juggle juice jukebox jumble jumper junction juniper
kangaroo karate kebab keepsake kelp kernel kestrel kettle keyboard keyhole keypad khaki kickstand kiln kilogram kindle kinship kiosk
kitchen kiwi knitwear knob knoll labor labyrinth lacework ladder ladle ladybug lagoon lakeside lambswool lamplight landmark language
lantern lapel laptop larch large larkspur lasagna lattice laugh launch lava lavender lawn layered layout lazy leaflet league leapfrog
learn leather lecture legend leisure lemonade lens lentil lesson lettering level lexicon librarian lichen licorice light lilac limestone
limousine linear linseed lintel lion liquid litmus livery llama load lobby lobster locate logbook logic logo lollipop longitude lorry
lotion lounge lovely lubricate lucerne lucky luggage lullaby luminary lunar lunchbox lute luxury lyre lyric macaroni machinery mackerel
macrame magazine magenta magic magnetism magpie mahogany mailbox mainsail maize major makeup mallard mammoth manage mandolin mango
manicure mannequin mantel manual maple maraca marble margin marine marjoram market marmalade maroon marsupial marten marvel marzipan
mascot master matchbox math mattress maypole meadow measure medicine meerkat megaphone melody member memory menthol menu merchant merino
mermaid merry mesh message metaphor meteorite metro mezzanine microchip midnight midsummer midway mild mileage milkshake millstone mimic
mince mineral minibus minnow minute mirror mistletoe mitten mobile moccasin mocha modem module molehill mollusk moment money monogram
month moonlight moorhen morning morsel mosaic moss motorway mount mousetrap movie mudguard muffler mulberry mulch multiplex mural museum
mushroom music muslin mustard myna myrtle mystery nacho napkin natural nautical nebula nectar neighbor neon nestle network neutral
newsprint next nibble nifty nightfall nimbus nitrogen noble normal north nostalgia notation notepad novel novice nozzle nuance nudge
number numeric nuthatch nutmeg nutrient nutshell oasis oatmeal oats oboe obsidian ocean ocelot octagon octet octopus offspring oilcloth
oilskin okapi okra omega omelet omen onboard onion online onyx operetta optic orangery oration orbit orchard ordinary oregano organize
orienteer origami oriole ornament osprey ostrich otter outdoor outfit outline oval ovenproof overalls oxbow oxygen oyster ozone package
paddle paint pair paisley pajama palace palette pancake panda panel panther papaya paperback paragraph parchment parka parlor parquet
parrot parsnip partner passage paste patchwork pathway patina pattern pause pavement pavilion pavlova peaceful peanut pebble pecan pectin
pedal pedestal peek pencil penguin peninsula pennant pentagon peony pepper perch perennial perfume persimmon pewter phoenix phone
photocopy physics pianist piccolo pickle picnic picture pigeon pigment pilaf pilchard pillow pinafore pinball pineapple pinhole pink
pinnacle pinstripe pinwheel pioneer pipeline pistachio pitcher pivot pixel pixie plain planet plaster platform playhouse plaza pleasant
pliers plover plug plumb plush plywood pocketful poem poetry policy polka pollinate polo polygon pompom pontoon popcorn poplar popover
porcupine porridge portfolio possum postage potato potholder pottery pouch praise prelude prescribe pretzel primrose printout prism prize
producer profile program project prompt proofread propeller prose protein prune pudding puffin pulley pulp pumice pumpkin puppet purple
purse pushcart putty pylon pyramid quadrant quaint quality quantity quarter quay quest queue quicksand quiet quilting quinoa quiver quiz
quote rabbit raccoon racetrack radar radiator rafter railway rainbow raisin rambler ranch random rapid raspberry ratio rattan reach reader
rebuild receipt recipe recliner recorder rectangle recycle reduce redwood reef refinery regatta reggae region reindeer relax relish remind
rental repaint reply reptile research review reward rhino rhubarb rhyme rhythm ribbon rickshaw riddle ridge ringlet rinse ripen ripple
riverbed rivulet roadside robot rocking rodeo roller romp rondo rooftop room roost rosewood roster rotate route rover rowboat rowing royal
rubber rucksack rudder ruler rumba runner russet rustic safety safflower sailboat salad salmon salsify sample sandal sapling sapphire
sapwood sardine sash satchel satin sauce sauna sausage savanna savory sawdust sawmill saxophone scallop scarf scenic scherzo scholar
science scissor scone scorecard scout scrapbook screen scribble scroll scuba sculpt seabird seafood seagull seahorse seaplane season
seaweed second section sedan seedling seesaw semaphore semester sepal sepia sequoia serenade seven sewing shadowbox shallot shampoo shape
shawl sheet shelf sherbet shift shine shipment shoelace shop shortcake shovel shower shriek shrub shuffle shutter sideboard siesta sieve
signpost silicon silkworm silver similar singer sixth skate sketch skill skirt skyline slab sled sleeper sleigh slender slice sling
slipper small smart smile smock smooth snail snapshot sneaker snippet snorkel snowman snug soapstone soccer social socket soda soft soil
solar solid soloist solstice soluble solve sonata sonnet sorbet sorrel sound sourdough soybean spaceship spaghetti spaniel spark spatula
spearmint species speed spell spicy spider spindle spiral splash splendid splinter spoke sponge spoon sport spotlight spray spread spring
sprocket spruce spun squander squeegee squid stable stack stadium stage stairway stallion stamp stanza stapler starboard statue steamboat
steel stellar stenciled stereo stew stickpin stir stitch stocking stonework stoop stopwatch stork stove strap streak strict stucco student
stuff sturdy style subtitle suburb subway succulent suede sugarcane suggest suitcase summer sunbeam sundial sunflower sunlight sunrise
sunshine superb supple surf surname surprise sushi swallow swan sweater sweep swim sycamore syllable symbol symmetry symphony syrup system
tabby tableware taco tactful tadpole taffeta tailcoat tally tamarind tandem tangy tapestry tapioca tarpaulin tarragon tartan task tassel
tasty tawny taxicab teacher teakettle teamwork teapot teaspoon technical telescope temporary tender tenfold tenth terrace textile thank
theater theme theory thermal thesis thimble third thistle thousand thread thrifty thrush thumbtack thunder tiara ticket tidal tidbit tiger
tightrope timber timepiece timpani tinfoil tinker tinsel tiny tiptoe titanium title titmouse toadstool toaster today toffee toggle token
tomato tomorrow tonight toolbox topaz topiary topknot tortoise touchdown tourist tower townhouse tractor tradition traffic trainer travel
trawler tray treasure treetop trefoil trellis trend triangle tricycle trifle trinket trio tripod triumph trivia trolley trombone trophy
trot trousers trowel true truffle trumpet trunk trust tube tuck tugboat tulip tumbler tuna tundra tuneful tunic turbot tureen turmeric
turn turquoise turret turtle tutor tuxedo tweezers twelve twentieth twig twilight twine twirl twist typeface ultimate umbrella underline
unfold unicycle unison universe unpack unplug unroll unwrap update upgrade uphill upholster upland upper upright upstairs upward utensil
vacation vacuum valet valid valley value vanilla vantage variety varnish varsity vault veal vector vegan vegetable vehicle velodrome
velvet vendor venison venture venue verb vermilion version vessel vestibule viaduct vibrant video view vignette village vineyard vinyl
violin virtual vision vista vitality vitreous vivid vocal vogue voice volcano vowel voyager wading wafer waffle wagon waistcoat walk
walleye walnut walrus waltz wand warehouse warmth wasabi washcloth waterfall waxwing wealth weave webbing weekend welcome welder wetland
whale wharf wheat wheel whirlpool whisper whitewash wicker widget width wildlife window winner wintry wisdom wish wisteria witty wizard
wolf wombat wonder woodwind woolen work world wrap wren wrinkle writer yachtsman yardstick yarn yarrow yearbook yeast yesterday yodel
yogurt yolk young youth yurt zebra zeppelin zero zinc zipper zither zodiac zoology zucchini
`
  .trim()
  .split(/\s+/)
